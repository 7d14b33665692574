/// What a variable's value was over time, as charts draw it: points in bulk, thinned without losing peaks, gaps where
/// nothing was known.
package placewatch.model.series;
