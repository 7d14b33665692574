/// HTTP client of the PlaceOS API (`/api/engine/v2`): questions out, records back, failures as values.
package placewatch.rest;
