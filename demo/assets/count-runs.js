// Gated (activity): counts in the page how often it ran. Each visit to the view brings a script element of its own.
// (A file, as an inline script that was cloned may not run under Trusted Types.)
document.documentElement.dataset.eventsRun = 1 + Number(document.documentElement.dataset.eventsRun ?? 0);
