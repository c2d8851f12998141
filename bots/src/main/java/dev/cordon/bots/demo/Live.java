package dev.cordon.bots.demo;

import dev.cordon.adapters.telegram.sandbox.Member;
import dev.cordon.adapters.telegram.sandbox.Message;
import dev.cordon.adapters.telegram.sandbox.SandboxEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Shows what happens in the sandbox, a line an event, as it happens. */
final class Live {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
  private static final int TEXT_LENGTH = 70;
  private static final String RED = "31";
  private static final String YELLOW = "33";
  private static final String GREY = "90";

  private final PrintStream out;
  private final Stage stage;
  private final boolean coloured;
  private volatile String announced = "";

  Live(PrintStream out, Stage stage, boolean coloured) {
    this.out = out;
    this.stage = stage;
    this.coloured = coloured;
  }

  /** Says in a few words what is posted next, until something else is said. */
  void announce(String what) {
    announced = what;
  }

  /** Shows one event. */
  void show(SandboxEvent event) {
    if (event instanceof SandboxEvent.Posted posted) {
      posted(posted.message());
    } else if (event instanceof SandboxEvent.Edited edited) {
      if (edited.chat() != stage.moderators) {
        line("", edited.chat().title(), "edited    " + shown(edited.message()));
      }
    } else if (event instanceof SandboxEvent.Removed removed) {
      line(
          RED,
          removed.chat().title(),
          "removed   " + shown(removed.message()) + after(removed.removal().after()));
    } else if (event instanceof SandboxEvent.MemberChanged changed) {
      changed(changed);
    } else if (event instanceof SandboxEvent.SenderChatChanged changed && changed.banned()) {
      line(RED, changed.chat().title(), "banned    the channel " + changed.senderChat().title());
    }
  }

  private void posted(Message message) {
    if (message.chat() == stage.moderators) {
      line(YELLOW, stage.moderators.title(), "escalated " + firstLines(message.text()));
    } else {
      String what = announced.isEmpty() ? "" : " · " + announced;
      line("", message.chat().title(), "posted    " + shown(message) + what);
    }
  }

  private void changed(SandboxEvent.MemberChanged changed) {
    Member.Status now = changed.after().status();
    if (now == Member.Status.RESTRICTED) {
      line(RED, changed.chat().title(), "muted     " + changed.after().user().firstName());
    } else if (now == Member.Status.KICKED) {
      line(RED, changed.chat().title(), "banned    " + changed.after().user().firstName());
    }
  }

  private static String shown(Message message) {
    String text = message.text().isEmpty() ? "" : " \"" + cut(message.text()) + "\"";
    return "#" + message.id() + " by " + message.author().displayName() + text;
  }

  private static String after(Duration time) {
    return ", after " + time.toMillis() + " ms";
  }

  private static String firstLines(String text) {
    return cut(text.lines().limit(2).reduce((a, b) -> a + " · " + b).orElse(""));
  }

  private static String cut(String text) {
    return text.length() <= TEXT_LENGTH ? text : text.substring(0, TEXT_LENGTH) + "…";
  }

  private synchronized void line(String colour, String where, String what) {
    String text =
        String.format(Locale.ROOT, "%s  %-14s %s", LocalTime.now().format(TIME), where, what);
    out.println(coloured(colour, text));
  }

  private String coloured(String colour, String text) {
    if (!coloured) {
      return text;
    }
    return "\u001b[" + (colour.isEmpty() ? GREY : colour) + "m" + text + "\u001b[0m";
  }
}
