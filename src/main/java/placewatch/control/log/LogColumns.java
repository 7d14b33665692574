package placewatch.control.log;

/// Where the parts of a row begin, in pixels from the left.
///
/// @param module the same as `text` when no module is shown
/// @param date   whether the day stands before the time
record LogColumns(double time, double level, double module, double text, int moduleLength, When date) {

    enum When { TIME, DAY_AND_TIME }

    private static final double MARK = 18;
    private static final double GAP = 10;
    private static final int TIME = 12;
    private static final int DAY = 6;

    /// @param character    width of one
    /// @param moduleLength of the longest module's name; 0 for no module
    static LogColumns of(double character, int moduleLength, When date) {
        // on whole pixels: else the letters of one column sit a pixel lower than those of the next
        double level = Math.ceil(MARK + character * (date == When.TIME ? TIME : TIME + DAY) + GAP);
        double module = Math.ceil(level + character + GAP);
        double text = moduleLength == 0 ? module : Math.ceil(module + character * moduleLength + GAP);
        return new LogColumns(MARK, level, module, text, moduleLength, date);
    }
}
