package dev.cordon.bots.demo;

import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.telegram.sandbox.Author;
import dev.cordon.adapters.telegram.sandbox.Chat;
import dev.cordon.adapters.telegram.sandbox.Member;
import dev.cordon.adapters.telegram.sandbox.People;
import dev.cordon.adapters.telegram.sandbox.TelegramSandbox;
import dev.cordon.adapters.telegram.sandbox.User;
import java.util.stream.Stream;

/** The places and the people of the demo. */
final class Stage {
  /** The name of the connection in the settings. */
  static final String PLATFORM = "telegram";

  /** Boris and Carla, each for a first offence. */
  static final long TO_BE_MUTED = 2;

  /** Boris for a second offence, and the channel under whose name somebody posted. */
  static final long TO_BE_BANNED = 2;

  final Chat channel;
  final Chat group;
  final Chat club;
  final Chat moderators;
  final Chat elsewhere;
  final User owner;
  final User admin;
  final User moderator;
  final User anna;
  final User boris;
  final User carla;

  Stage(TelegramSandbox telegram) {
    People people = telegram.people();
    owner = people.person("Olga");
    admin = people.person("Adam");
    moderator = people.person("Mona");
    anna = people.person("Anna");
    boris = people.person("Boris");
    carla = people.person("Carla");
    channel = people.channel("Mountain News", owner);
    group = people.supergroup("Mountain Talk", owner);
    club = people.supergroup("Photo Club", owner);
    moderators = people.supergroup("Moderators", moderator);
    elsewhere = people.channel("Somewhere else", carla);
    people.link(channel, group);
    settle(people, telegram);
  }

  private void settle(People people, TelegramSandbox telegram) {
    people.join(group, admin);
    people.promoteFully(group, admin);
    people.join(group, anna);
    people.join(group, boris);
    people.join(group, carla);
    people.join(club, boris);
    people.join(moderators, owner);
    people.promoteFully(channel, telegram.bot().user());
    people.promoteFully(group, telegram.bot().user());
    people.promoteFully(club, telegram.bot().user());
    people.promoteFully(moderators, telegram.bot().user());
  }

  /** The channel, as itself. */
  Author news() {
    return Author.channel(channel);
  }

  /** The group's administrator, hidden behind the group. */
  Author anonymously() {
    return Author.anonymous(admin, group);
  }

  /** How many people are muted in one of the chats. */
  long muted() {
    return guarded()
        .flatMap(chat -> chat.members().stream())
        .filter(member -> member.status() == Member.Status.RESTRICTED)
        .count();
  }

  /** How many people and channels are banned from one of the chats. */
  long banned() {
    return guarded().mapToLong(chat -> chat.banned().size() + chat.bannedChats().size()).sum();
  }

  private Stream<Chat> guarded() {
    return Stream.of(channel, group, club);
  }

  /** The name under which Cordon knows a chat. */
  static ChatRef chatRef(Chat chat) {
    return new ChatRef(PLATFORM, Long.toString(chat.id()));
  }
}
