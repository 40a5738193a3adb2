-- How far the clock of a business's sandbox was moved ahead, and what the sandbox is being filled with.
ALTER TABLE tenants
  ADD COLUMN sandbox_clock_ms bigint NOT NULL DEFAULT 0 CHECK (sandbox_clock_ms >= 0),
  ADD COLUMN sandbox_filling jsonb;
GRANT UPDATE (sandbox_clock_ms, sandbox_filling) ON tenants TO smooth_tenant;
GRANT UPDATE (mode) ON sessions TO smooth_gate;
