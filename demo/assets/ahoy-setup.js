// A file, for pages where an inline script would be cloned.
ahoy.configure({urlPrefix: '/collect'});
ahoy.trackView();
