package placewatch.socket;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import placewatch.protocol.Inbound;
import placewatch.protocol.Outbound;
import placewatch.protocol.ServerError;

/// What the server holds for us as long as somebody here wants it: a bind or a debug stream. Confined to turns.
///
/// ```
///          wanted           success          not wanted
/// ABSENT ─────────▶ ASKING ─────────▶ HELD ── or stale ─▶ LEAVING
///    ▲               │   │              ▲                    │
///    │             error silent      success, late           │
///    │               ▼   ▼              │                    │
///    │         REFUSED   UNANSWERED ────┘                    │
///    └───────────────── answered, error or silent ───────────┘      line down: any ──▶ ABSENT
/// ```
///
/// A server drops an unbind that comes before the bind was answered, and leaks a subscription when two binds are
/// under way: so there is never more than one request out, and what is wanted is looked at again after each answer.
/// What was never answered is not left either, as the server may still be about to grant it.
final class Lease {

    /// Whose lease it is.
    interface Holder {
        boolean wanted();

        Outbound asking(long id);

        Outbound leaving(long id);

        /// Whether what arrives for it is current from now on: asked for and not refused.
        void current(boolean now);

        /// It is being left: whoever comes now has to wait until it is asked for again.
        void letGo();

        /// The server agreed, maybe after the deadline.
        void granted(Inbound.Success success);

        /// The server said no. True to ask again, in another way.
        boolean refused(ServerError error);

        /// The deadline passed; it may still be granted.
        void unanswered(Duration waited);

        /// Neither wanted nor held any more.
        void over();
    }

    private enum Place { ABSENT, ASKING, UNANSWERED, HELD, LEAVING, REFUSED }

    private final Holder holder;
    private final Requests requests;
    private final Pacer pacer;
    private final Duration deadline;
    private final AtomicInteger held;
    private Place place = Place.ABSENT;
    private int asks;
    private boolean stale;

    /// @param held counts those held or being asked for
    Lease(Holder holder, Requests requests, Pacer pacer, Duration deadline, AtomicInteger held) {
        this.holder = holder;
        this.requests = requests;
        this.pacer = pacer;
        this.deadline = deadline;
        this.held = held;
    }

    private boolean isOut() {
        return place == Place.ASKING || place == Place.UNANSWERED || place == Place.HELD;
    }

    /// Whether leaving it now makes sense to the server.
    boolean isHeld() {
        return place == Place.HELD;
    }

    /// What is wanted may have changed.
    void look() {
        boolean wanted = holder.wanted();
        switch (place) {
            case ABSENT -> {
                if (wanted) {
                    pacer.enqueue(this);
                } else {
                    holder.over();
                }
            }
            case HELD -> {
                if (!wanted || stale) {
                    pacer.enqueue(this);
                }
            }
            case REFUSED -> {
                if (!wanted) {
                    holder.over();
                }
            }
            case ASKING, UNANSWERED, LEAVING -> { }
        }
    }

    /// Something came that only comes of what is held: the answer to the request got lost, or is late.
    void proven() {
        if (place == Place.UNANSWERED) {
            move(Place.HELD);
            look();
        }
    }

    /// What is held is to be let go and asked for anew, as it may be of something else by now.
    void renew() {
        switch (place) {
            case HELD, ASKING, UNANSWERED -> {
                stale = true;
                look();
            }
            case REFUSED -> {
                move(Place.ABSENT);
                look();
            }
            case ABSENT, LEAVING -> { }
        }
    }

    /// Sends the next request, if one is due.
    void step() {
        boolean wanted = holder.wanted();
        if (place == Place.ABSENT && wanted) {
            move(Place.ASKING);
            pacer.sent();
            requests.send(holder::asking, deadline, new Asked(++asks));
        } else if (place == Place.HELD && (!wanted || stale)) {
            stale = false;
            move(Place.LEAVING);
            holder.letGo();
            pacer.sent();
            requests.send(holder::leaving, deadline, new Left(++asks));
        }
    }

    /// The line is down: the server has forgotten us.
    void dropped() {
        asks++;
        stale = false;
        move(Place.ABSENT);
    }

    private void move(Place next) {
        boolean before = isOut();
        place = next;
        if (before != isOut()) {
            held.addAndGet(before ? -1 : 1);
            holder.current(!before);
        }
    }

    /// The answer to a bind or debug; a late one counts only if nothing else was asked since.
    private final class Asked implements PendingCalls.Answer {
        private final int ask;

        Asked(int ask) {
            this.ask = ask;
        }

        @Override
        public void success(Inbound.Success success) {
            if (settle()) {
                move(Place.HELD);
                holder.granted(success);
                look();
            }
        }

        @Override
        public void error(ServerError error) {
            if (settle()) {
                move(holder.refused(error) ? Place.ABSENT : Place.REFUSED);
                look();
            }
        }

        @Override
        public void unanswered(Duration waited) {
            if (settle()) {
                move(Place.UNANSWERED);
                holder.unanswered(waited);
            }
        }

        @Override
        public void lost() { }

        private boolean settle() {
            if (ask != asks) {
                return false;
            }
            if (place == Place.ASKING) {
                pacer.settled();
            }
            return isOut();
        }
    }

    /// The answer to an unbind or ignore: whatever it is, the server holds it no more, as far as can be known.
    private final class Left implements PendingCalls.Answer {
        private final int ask;

        Left(int ask) {
            this.ask = ask;
        }

        @Override
        public void success(Inbound.Success success) {
            gone();
        }

        @Override
        public void error(ServerError error) {
            gone();
        }

        @Override
        public void unanswered(Duration waited) {
            gone();
        }

        @Override
        public void lost() { }

        private void gone() {
            if (ask == asks && place == Place.LEAVING) {
                pacer.settled();
                move(Place.ABSENT);
                look();
            }
        }
    }
}
