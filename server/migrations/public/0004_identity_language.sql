-- People choose the language in which the app speaks to them.
GRANT UPDATE (locale) ON users TO smooth_gate;
