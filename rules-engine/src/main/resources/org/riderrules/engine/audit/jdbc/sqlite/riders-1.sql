create table rider_rules_rider (
    rider_id text primary key,
    reference text not null unique,
    secret blob not null
) without rowid;
