-- Somebody at a provider is one account here.
create unique index credential_by_identity on people.credential (provider_id, account_id)
  where provider_id <> 'credential';
