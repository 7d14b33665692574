/// Charts: named charts on the left, the chosen one over all the rest. A view over its view model.
package placewatch.screen.chart;
