-- Whoever stops or resumes a clock in another person's place.
ALTER TABLE workflow.clock_event ADD COLUMN on_behalf_of text;
