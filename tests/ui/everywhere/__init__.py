"""Every page of the window, with the sample project in it."""
