-- What is out of use has a latest version that says so; the next version brings it back. Versions that came with the promise
-- file are the file's to take out of use, all others are not.
ALTER TABLE policy ADD COLUMN retired boolean NOT NULL DEFAULT false;
ALTER TABLE policy ADD COLUMN from_file boolean NOT NULL DEFAULT false;
ALTER TABLE calendar ADD COLUMN retired boolean NOT NULL DEFAULT false;
ALTER TABLE calendar ADD COLUMN from_file boolean NOT NULL DEFAULT false;
