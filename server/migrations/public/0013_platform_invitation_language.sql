-- The language an invitation speaks: of the mail, and of the business that it becomes unless its owner chooses another.
ALTER TABLE business_invitations ADD COLUMN locale text NOT NULL DEFAULT 'en' CHECK (locale IN ('en', 'es', 'fr', 'de'));
