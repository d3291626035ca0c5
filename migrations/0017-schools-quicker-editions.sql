-- Quicker editions: what is already taken over is one number, and a list notes only what changed in it.
alter table schools_register.import add column taken_up_to integer not null default 0;
alter table schools_register.staged_row drop column applied;
-- whether a school was ever missing is told by its questions; they end when a list has it again, answered or not
alter table schools_register.listing drop column import_id;
alter table schools_register.question drop constraint question_check2;

drop function schools_register.know_rows();
-- The rows that are compared, and when many schools came or changed, these too.
create function schools_register.know_rows(schools boolean) returns void
language plpgsql security definer set search_path = '' as $$
  begin
    analyze schools_register.staged_row;
    if schools then
      analyze schools_register.listing, schools.register_key, schools.school, schools.state_change;
    end if;
  end
$$;
revoke execute on function schools_register.know_rows from public;
