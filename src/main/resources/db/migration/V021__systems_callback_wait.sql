ALTER TABLE systems.callback ADD COLUMN waited_for text;
COMMENT ON COLUMN systems.callback.waited_for IS 'why it had to wait before it was taken';
