/// What comes back after a restart, and where on this computer it is kept. No secrets are written here.
package placewatch.settings;
