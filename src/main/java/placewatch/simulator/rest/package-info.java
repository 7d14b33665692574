/// The simulator's REST side: PlaceOS's paths, parameters, field names, paging headers, rights and error bodies.
package placewatch.simulator.rest;
