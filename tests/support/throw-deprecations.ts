// A deprecated use, such as two queries at once on one connection, fails the run instead of printing a warning.
process.throwDeprecation = true
