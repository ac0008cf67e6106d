create table rider_rules_entry (
    sequence bigint primary key,
    kind text not null,
    previous text not null unique,
    hash text not null unique,
    rider text,
    as_of_day bigint,
    known_second bigint,
    record bytea not null
);

create index rider_rules_entry_kind on rider_rules_entry (kind, sequence);

create index rider_rules_entry_rider on rider_rules_entry (rider, sequence);

create index rider_rules_entry_as_of on rider_rules_entry (as_of_day);

create index rider_rules_entry_known on rider_rules_entry (known_second);

create table rider_rules_key (
    name text not null,
    value text not null,
    sequence bigint not null references rider_rules_entry (sequence),
    primary key (name, value, sequence)
);

create function rider_rules_only_insert() returns trigger language plpgsql as
    'begin raise exception ''rider_rules: a trail is only added to, never changed''; end';

create trigger rider_rules_entry_only_insert before update or delete or truncate on rider_rules_entry
    for each statement execute function rider_rules_only_insert();

create trigger rider_rules_key_only_insert before update or delete or truncate on rider_rules_key
    for each statement execute function rider_rules_only_insert();
