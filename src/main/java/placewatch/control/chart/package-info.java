/// The drawing of series over time: axes, lines, gaps, marks, and what the pointer reads. For every screen the same.
package placewatch.control.chart;
