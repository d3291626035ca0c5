-- The rules hold for everything that was ever kept, also for what is older than they are.
update platform.retention_rule set since = '2020-01-01T00:00:00Z';

-- When an account that nobody uses is warned: so long before its end.
insert into platform.retention_rule (rule, since, amount, unit) values
  ('account_warned', '2020-01-01T00:00:00Z', 60, 'day'),
  ('account_warned_last', '2020-01-01T00:00:00Z', 14, 'day'),
  ('account_pending_warned', '2020-01-01T00:00:00Z', 7, 'day');

-- The seals of lines that were forgotten in time stay, so that the chain of the later ones holds.
alter table platform.audit_seal add column forgotten_at timestamptz;

-- The application can only append to the log. Old lines go by this door, whole seals at a time; nobody shortens the log
-- below six months with it, whatever moment is asked for.
create function platform.forget_log(asked timestamptz, at timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  newest bigint;
begin
  select max(up_to) into newest from platform.audit_seal
    where sealed_at < least(asked, clock_timestamp() - interval '6 months');
  delete from platform.audit_entry where id <= newest;
  update platform.audit_seal set forgotten_at = at where up_to <= newest and forgotten_at is null;
end $$;
revoke execute on function platform.forget_log from public;
