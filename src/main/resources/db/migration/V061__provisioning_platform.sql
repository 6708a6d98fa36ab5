-- A test of the platform is quick and changes nothing: it is asked for again soon, and a person hears early when that does not help.
INSERT INTO systems.resend_policy (system, step, error_class, attempts, intervals, jitter_percent, afterwards) VALUES
    ('platform', 'check', '*', 4, 'PT1S,PT5S,PT30S', 20, 'MANUAL');
