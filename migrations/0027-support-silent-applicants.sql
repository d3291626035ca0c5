-- When an applicant who has not answered a question is reminded of it, in working days as the desk's own clock.
alter table support.case_question
  add column remind_at timestamptz,
  add column reminded_at timestamptz;
create index case_question_to_remind on support.case_question (remind_at) where answered_at is null and reminded_at is null;
