-- Systems that only order have no tasks, and nothing to look for in the flows of a city.
DELETE FROM identity.role_module WHERE role IN ('web', 'first-level') AND module = 'inbox';

-- A removed file keeps its row as a trace; its bytes are gone.
DELETE FROM workflow.attachment_part p
 USING workflow.task_attachment a
 WHERE a.id = p.attachment_id AND a.removed IS NOT NULL;
