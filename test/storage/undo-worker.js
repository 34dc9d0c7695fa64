// A service worker that does nothing but be registered.
