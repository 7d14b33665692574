package placewatch.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The templates of one server in their order, each with a name of its own. Immutable, and any thread's.
public record Templates(List<Template> all) {

    public Templates {
        all = List.copyOf(all);
        Set<String> names = new HashSet<>();
        for (Template template : all) {
            if (!names.add(template.name())) {
                throw new IllegalArgumentException("two templates are called " + template.name());
            }
        }
    }

    public static Templates none() {
        return new Templates(List.of());
    }

    public Optional<Template> named(String name) {
        return all.stream().filter(template -> template.name().equals(name)).findFirst();
    }

    /// Where it stands; -1 for nowhere.
    public int place(String name) {
        return all.stream().map(Template::name).toList().indexOf(name);
    }

    /// With one more, at that place or the last: what undoes [#without].
    public Templates with(int place, Template template) {
        List<Template> more = new ArrayList<>(all);
        more.add(Math.clamp(place, 0, more.size()), template);
        return new Templates(more);
    }

    public Templates with(Template template) {
        return with(all.size(), template);
    }

    /// With `next` in the place of the one of that name; behind the others when there is none.
    public Templates replace(String name, Template next) {
        return place(name) < 0 ? with(next)
                : new Templates(all.stream().map(each -> each.name().equals(name) ? next : each).toList());
    }

    public Templates without(String name) {
        return new Templates(all.stream().filter(template -> !template.name().equals(name)).toList());
    }

    /// That name, or with the first number behind it that makes it one of its own.
    public String freeName(String wished) {
        String name = wished;
        for (int number = 2; named(name).isPresent(); number++) {
            name = wished + " " + number;
        }
        return name;
    }
}
