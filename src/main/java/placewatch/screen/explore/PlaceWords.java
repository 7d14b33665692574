package placewatch.screen.explore;

import java.util.List;

/// Words in place of places.
record PlaceWords(List<PlaceNode> lines) implements PlaceSection {

    PlaceWords(String notice) {
        this(List.of(new PlaceNode.Notice(notice, 0)));
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    public PlaceNode line(int index) {
        return lines.get(index);
    }

    @Override
    public List<Questions.Question> wants(int first, int last) {
        return List.of();
    }

    @Override
    public void forgetFailures() {
        // nothing was asked
    }
}
