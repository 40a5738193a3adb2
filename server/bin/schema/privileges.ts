import type pg from 'pg';

const lines = async (owner: pg.ClientBase, sql: string, values: unknown[] = []): Promise<string> =>
  (await owner.query<{ text: string }>(sql, values)).rows.map(({ text }) => text).join('\n');

/** The roles of the installation and what they may become; those of tenants come with their tenants. */
export const rolesOf = (owner: pg.ClientBase): Promise<string> =>
  lines(
    owner,
    `SELECT text FROM (
       SELECT concat_ws(' ', 'ROLE', rolname, CASE WHEN rolcanlogin THEN 'LOGIN' ELSE 'NOLOGIN' END,
         CASE WHEN rolinherit THEN 'INHERIT' ELSE 'NOINHERIT' END, CASE WHEN rolsuper THEN 'SUPERUSER' END,
         CASE WHEN rolbypassrls THEN 'BYPASSRLS' END, CASE WHEN rolcreaterole THEN 'CREATEROLE' END) || ';' AS text
       FROM pg_roles WHERE rolname LIKE 'smooth\\_%'
       UNION ALL
       SELECT 'ROLE ' || member::regrole || ' MAY BECOME ' || roleid::regrole || ' (INHERIT ' || inherit_option || ', SET ' || set_option || ');'
       FROM pg_auth_members WHERE member::regrole::text LIKE 'smooth\\_%' AND roleid::regrole::text LIKE 'smooth\\_%') AS found
     ORDER BY text COLLATE "C"`,
  );

/** What anybody but the owner may do: on the schema, its tables and columns, its functions. */
export const privilegesOf = (owner: pg.ClientBase, schema: string): Promise<string> =>
  lines(
    owner,
    `WITH granted AS (
       SELECT 1 AS rank, 'SCHEMA ' || nspname AS thing, nspowner AS owner, acl.* FROM pg_namespace, aclexplode(nspacl) AS acl WHERE nspname = $1
       UNION ALL
       SELECT 2, relname::text, relowner, acl.* FROM pg_class, aclexplode(relacl) AS acl WHERE relnamespace = to_regnamespace($1)
       UNION ALL
       SELECT 3, relname || ' (' || string_agg(attname, ', ' ORDER BY attnum) || ')', relowner, min(acl.grantor::bigint)::oid, acl.grantee, acl.privilege_type, acl.is_grantable
       FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid, aclexplode(attacl) AS acl
       WHERE relnamespace = to_regnamespace($1) GROUP BY relname, relowner, acl.grantee, acl.privilege_type, acl.is_grantable
       UNION ALL
       SELECT 4, 'FUNCTION ' || pg_proc.oid::regprocedure, proowner, acl.* FROM pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) AS acl
       WHERE pronamespace = to_regnamespace($1) AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e'))
     SELECT 'GRANT ' || string_agg(privilege_type || CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END, ', ' ORDER BY privilege_type COLLATE "C")
       || ' ON ' || thing || ' TO ' || CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END || ';' AS text
     FROM granted WHERE grantee <> owner GROUP BY rank, thing, grantee
     ORDER BY rank, thing COLLATE "C", CASE grantee WHEN 0 THEN '' ELSE grantee::regrole::text END COLLATE "C"`,
    [schema],
  );
