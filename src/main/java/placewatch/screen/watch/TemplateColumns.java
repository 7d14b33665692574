package placewatch.screen.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import placewatch.control.NaturalOrder;
import placewatch.protocol.ModuleAddress;
import placewatch.rest.SystemDetail.Addressed;
import placewatch.settings.Template;

/// Makes the columns on screen from those of a template and the modules that its rooms have. One thread.
final class TemplateColumns {

    /// More than anybody reads: `*/connected` in a large building has one for each kind of module.
    static final int MOST = 40;

    private record Slug(String module, int index) { }

    private static final Comparator<Slug> ORDER =
            Comparator.comparing(Slug::module, new NaturalOrder()).thenComparing(Slug::index);

    /// A column of the template, and the modules that have been seen of those that it means.
    private static final class Definition {
        private final Template.Column column;
        private final String id;
        private final TemplatePattern pattern;
        private final boolean each;
        private final TreeSet<Slug> seen = new TreeSet<>(ORDER);

        private Definition(Template.Column column, String id) {
            this.column = column;
            this.id = id;
            pattern = TemplatePattern.read(column.pattern());
            each = column.many() == Template.Many.ONE_EACH && pattern instanceof TemplatePattern.Sound sound
                    && sound.several();
        }
    }

    private final List<Definition> definitions = new ArrayList<>();
    private List<TemplateColumn> columns = List.of();
    private int left;

    TemplateColumns(List<Template.Column> defined) {
        Set<String> ids = new HashSet<>();
        for (Template.Column column : defined) {
            String id = column.pattern().strip();
            for (int number = 2; !ids.add(id); number++) {
                id = column.pattern().strip() + " " + number;
            }
            definitions.add(new Definition(column, id));
        }
        make();
    }

    /// Another room's modules became known.
    ///
    /// @return whether there are other columns now
    boolean note(List<Addressed> room) {
        boolean more = false;
        for (Definition definition : definitions) {
            if (definition.each && definition.pattern instanceof TemplatePattern.Sound sound) {
                for (ModuleAddress address : sound.in(room)) {
                    more |= definition.seen.add(new Slug(address.module(), address.index()));
                }
            }
        }
        return more && make();
    }

    /// Begins anew, with these rooms alone.
    ///
    /// @return whether there are other columns now
    boolean recount(Collection<List<Addressed>> rooms) {
        definitions.forEach(definition -> definition.seen.clear());
        for (List<Addressed> room : rooms) {
            for (Definition definition : definitions) {
                if (definition.each && definition.pattern instanceof TemplatePattern.Sound sound) {
                    sound.in(room).forEach(address ->
                            definition.seen.add(new Slug(address.module(), address.index())));
                }
            }
        }
        return make();
    }

    private boolean make() {
        List<TemplateColumn> made = new ArrayList<>();
        for (Definition definition : definitions) {
            String heading = definition.column.heading().isBlank() ? plainHeading(definition.pattern)
                    : definition.column.heading();
            if (definition.each && definition.pattern instanceof TemplatePattern.Sound sound
                    && !definition.seen.isEmpty()) {
                boolean alone = definition.seen.size() == 1 && sound.modules() instanceof TemplatePattern.Modules.Each;
                for (Slug slug : definition.seen) {
                    made.add(new TemplateColumn(definition.id + " " + slug.module() + "_" + slug.index(),
                            alone ? heading : sound.modules() instanceof TemplatePattern.Modules.Each
                                    ? heading + " " + slug.index() : slug.module() + "_" + slug.index() + " " + heading,
                            sound.of(slug.module(), slug.index()), false));
                }
            } else {
                made.add(new TemplateColumn(definition.id, heading, definition.pattern,
                        definition.pattern instanceof TemplatePattern.Sound sound && sound.several()));
            }
        }
        left = Math.max(0, made.size() - MOST);
        List<TemplateColumn> before = columns;
        columns = List.copyOf(made.subList(0, made.size() - left));
        return !columns.equals(before);
    }

    private static String plainHeading(TemplatePattern pattern) {
        return switch (pattern) {
            case TemplatePattern.Sound sound -> sound.members().isEmpty() ? sound.variable()
                    : sound.members().getLast();
            case TemplatePattern.Wrong _ -> "?";
        };
    }

    List<TemplateColumn> columns() {
        return columns;
    }

    /// Columns that there would be beyond [#MOST].
    int left() {
        return left;
    }
}
