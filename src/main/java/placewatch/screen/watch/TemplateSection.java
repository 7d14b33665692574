package placewatch.screen.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import placewatch.bridge.Connection;
import placewatch.control.Dividers;
import placewatch.control.status.StatusActions;
import placewatch.control.takeaway.Carrier;
import placewatch.settings.Kept;
import placewatch.settings.Template;
import placewatch.settings.Templates;

/// The templates in the list of the watch tables: made, opened, deleted and brought back. Only the one on screen has its
/// variables bound. JavaFX thread.
public final class TemplateSection implements Section, AutoCloseable {

    private final Connection connection;
    private final Kept<Templates> kept;
    private final TemplateActions actions;
    private final Carrier carrier;
    private final Dividers dividers;
    private final ObservableList<Page> pages = FXCollections.observableArrayList();
    private Consumer<Deleted> onDeleted = _ -> { };
    private @Nullable TemplateOffers offers;

    /// @param carrier  takes rooms out of the program
    /// @param dividers where the panes' dividers stand
    public TemplateSection(Connection connection, Kept<Templates> kept, TemplateActions actions, Carrier carrier,
            Dividers dividers) {
        this.dividers = dividers;
        this.connection = connection;
        this.kept = kept;
        this.actions = actions;
        this.carrier = carrier;
        kept.latest().all().forEach(template -> pages.add(new Made(template)));
    }

    @Override
    public String title() {
        return "Templates";
    }

    @Override
    public ObservableList<Page> pages() {
        return pages;
    }

    @Override
    public void onDeleted(Consumer<Deleted> then) {
        onDeleted = then;
    }

    @Override
    public String nothing() {
        return "none yet: a row for each room";
    }

    @Override
    public List<MenuItem> make(Consumer<Page> open) {
        List<MenuItem> items = new ArrayList<>();
        offered().forEach(ready -> items.add(StatusActions.item("New “" + ready.name() + "”…",
                () -> define(Optional.of(ready), open))));
        items.add(StatusActions.item("New template…", () -> define(Optional.empty(), open)));
        return items;
    }

    /// Made when the list is looked at: the building's rooms are asked for it.
    private ObservableList<TemplateReady> offered() {
        TemplateOffers known = offers;
        if (known == null) {
            known = new TemplateOffers(connection);
            offers = known;
        }
        return known.offered();
    }

    private void define(Optional<TemplateReady> ready, Consumer<Page> open) {
        Drafted page = new Drafted(ready, open);
        pages.add(page);
        open.accept(page);
    }

    private Page bringBack(Template deleted, int place) {
        Template template = taken(deleted.name()) ? deleted.named(kept.latest().freeName(deleted.name())) : deleted;
        kept.keep(kept.latest().with(place, template));
        Page page = new Made(template);
        pages.add(Math.min(place, pages.size()), page);
        return page;
    }

    private boolean taken(String name) {
        return kept.latest().named(name).isPresent();
    }

    private void delete(Made page) {
        Template template = page.latest();
        int place = kept.latest().place(template.name());
        kept.keep(kept.latest().without(template.name()));
        pages.remove(page);
        onDeleted.accept(new Deleted("Template “" + template.name() + "” deleted", () -> bringBack(template, place)));
    }

    /// A template that is kept.
    private final class Made implements Page, Kept<Template> {
        private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper();
        private Template template;
        private @Nullable TemplateModel model;
        private Optional<TemplateView> view = Optional.empty();

        private Made(Template template) {
            this.template = template;
            name.set(template.name());
        }

        @Override
        public Template latest() {
            return template;
        }

        @Override
        public void keep(Template next) {
            kept.keep(kept.latest().replace(template.name(), next));
            template = next;
            name.set(next.name());
        }

        @Override
        public ReadOnlyStringProperty nameProperty() {
            return name.getReadOnlyProperty();
        }

        @Override
        public Region view() {
            left();
            TemplateModel made = new TemplateModel(connection, template, this, actions);
            model = made;
            TemplateView next = new TemplateView(made, wished -> !wished.equals(template.name()) && taken(wished), carrier,
                    dividers);
            view = Optional.of(next);
            return next;
        }

        @Override
        public void begin() {
            view.ifPresent(TemplateView::begin);
        }

        @Override
        public void left() {
            view = Optional.empty();
            TemplateModel shown = model;
            if (shown != null) {
                model = null;
                shown.close();
            }
        }

        @Override
        public List<MenuItem> menu() {
            return List.of(StatusActions.item("Delete “" + template.name() + "” (Del)", this::delete));
        }

        @Override
        public void delete() {
            TemplateSection.this.delete(this);
        }
    }

    /// A template that is being defined, until it is saved or given up.
    private final class Drafted implements Page {
        private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("New template…");
        private final TemplateFormModel form =
                new TemplateFormModel(connection, Optional.empty(), TemplateSection.this::taken);
        private final TemplateForm view;

        private Drafted(Optional<TemplateReady> ready, Consumer<Page> open) {
            ready.ifPresent(form::take);
            view = new TemplateForm(form, offered(), saved -> {
                kept.keep(kept.latest().with(saved));
                Page page = new Made(saved);
                pages.set(pages.indexOf(this), page);
                form.close();
                open.accept(page);
            }, this::giveUp);
        }

        private void giveUp() {
            pages.remove(this);
            form.close();
        }

        @Override
        public ReadOnlyStringProperty nameProperty() {
            return name.getReadOnlyProperty();
        }

        @Override
        public Region view() {
            return view;
        }

        @Override
        public void begin() {
            view.begin();
        }

        @Override
        public List<MenuItem> menu() {
            return List.of(StatusActions.item("Give it up", this::giveUp));
        }
    }

    @Override
    public void close() {
        if (offers != null) {
            offers.close();
        }
        for (Page page : pages) {
            switch (page) {
                case Made made -> made.left();
                case Drafted drafted -> drafted.form.close();
                default -> throw new IllegalStateException("a page of another kind");
            }
        }
    }
}
