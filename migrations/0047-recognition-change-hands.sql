-- Two applications for one project change hands when two accounts become one: what points to them waits for that.
alter table recognition.submission alter constraint submission_application_id_fkey deferrable initially immediate;
alter table recognition.assessment alter constraint assessment_application_id_fkey deferrable initially immediate;
