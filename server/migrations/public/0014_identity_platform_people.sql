-- The console changes people of the platform: never a superuser, never anybody of a business, and nobody into one of them.
CREATE POLICY console_change_platform_people ON users FOR UPDATE TO smooth_console
  USING (role IN ('PLATFORM_MANAGER', 'PLATFORM_SALES', 'PLATFORM_SUPPORT'))
  WITH CHECK (role IN ('PLATFORM_MANAGER', 'PLATFORM_SALES', 'PLATFORM_SUPPORT'));
GRANT UPDATE (name, role, is_active, updated_at) ON users TO smooth_console;
