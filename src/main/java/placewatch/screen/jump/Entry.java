package placewatch.screen.jump;

/// Something that can be found, made ready to be looked through at each key stroke. Immutable.
final class Entry {

    private final Goal goal;
    private final String shownName;
    private final String shownWhere;
    private final int kind;
    private final FoldedText name;
    private final FoldedText where;
    private final long letters;
    private final String id;

    Entry(Goal goal) {
        this.goal = goal;
        shownName = goal.name();
        shownWhere = goal.where();
        kind = goal.choice().kind().ordinal();
        name = new FoldedText(shownName);
        where = new FoldedText(shownWhere);
        letters = name.letters() | where.letters();
        id = id(goal);
    }

    /// Tells one goal from another, whatever their titles.
    static String id(Goal goal) {
        var choice = goal.choice();
        return choice.kind() + "\n" + choice.system() + "\n" + choice.module() + "\n" + choice.name();
    }

    Goal goal() {
        return goal;
    }

    /// The name, and where it is, as people read them.
    String shownName() {
        return shownName;
    }

    String shownWhere() {
        return shownWhere;
    }

    /// Systems come before modules, these before variables and so on.
    int kind() {
        return kind;
    }

    FoldedText name() {
        return name;
    }

    FoldedText where() {
        return where;
    }

    /// Which letters are in it, by [FoldedText#letters].
    long letters() {
        return letters;
    }

    String id() {
        return id;
    }
}
