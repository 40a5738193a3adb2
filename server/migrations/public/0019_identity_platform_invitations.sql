-- The platform invites its people as businesses invite theirs: an invitation of no business is one of the platform.

ALTER TABLE staff_invitations ALTER COLUMN tenant_id DROP NOT NULL;
-- Of the mail and the account; without one, that of the business.
ALTER TABLE staff_invitations ADD COLUMN locale text CHECK (locale IN ('en', 'es', 'fr', 'de'));
ALTER TABLE staff_invitations DROP CONSTRAINT staff_invitations_role_check;
ALTER TABLE staff_invitations ADD CONSTRAINT roles_of_the_place CHECK (
  CASE WHEN tenant_id IS NULL THEN mode = 'live' AND role IN ('PLATFORM_MANAGER', 'PLATFORM_SALES', 'PLATFORM_SUPPORT')
       ELSE role IN ('TENANT_MANAGER', 'TENANT_STAFF') END);
ALTER TABLE staff_invitations ADD FOREIGN KEY (invited_by) REFERENCES users ON DELETE CASCADE;
DROP INDEX one_open_invitation;
CREATE UNIQUE INDEX one_open_invitation ON staff_invitations (tenant_id, mode, email) NULLS NOT DISTINCT
  WHERE accepted_at IS NULL AND revoked_at IS NULL;

CREATE POLICY console_staff_invitations ON staff_invitations TO smooth_console
  USING (tenant_id IS NULL) WITH CHECK (tenant_id IS NULL);
GRANT SELECT, INSERT ON staff_invitations TO smooth_console;
GRANT UPDATE (revoked_at, expires_at) ON staff_invitations TO smooth_console;
CREATE POLICY console_letters ON letters FOR INSERT TO smooth_console
  WITH CHECK (tenant_id IS NULL AND template = 'platform_invitation');
GRANT INSERT ON letters TO smooth_console;

-- A change of somebody says what it was based on.
GRANT UPDATE (revision) ON users TO smooth_console;
