package dev.cordon.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.adapters.PlatformEvent;
import dev.cordon.adapters.PlatformEvent.Posted;
import dev.cordon.adapters.PlatformProvider;
import dev.cordon.adapters.Sender.Standing;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What needs more than one update, or more than updates. */
class ReceptionTest {
  @RegisterExtension final Fixture fixture = new Fixture();

  private static String post(long update, long from) {
    return """
        {"update_id":%d,"message":{"message_id":%d,"date":1700000000,"text":"x",
         "chat":{"id":-1001,"type":"supergroup"},
         "from":{"id":%d,"is_bot":false,"first_name":"A"}}}"""
        .formatted(update, update, from);
  }

  private void administrator(long id) {
    fixture
        .server()
        .on(
            "getChatAdministrators",
            ScriptedTelegram.ok(
                "[{\"status\":\"administrator\",\"user\":{\"id\":%d,\"is_bot\":false}}]"
                    .formatted(id)));
  }

  private Standing standing(int event) {
    return ((Posted) fixture.events.get(event)).message().sender().standing();
  }

  @Test
  void administratorsAreAskedForOnceAndAgainWhenTheyChange() {
    administrator(7);
    fixture.server().post(post(1, 7));
    fixture.server().post(post(2, 8));
    fixture.started();
    Fixture.until("both", () -> fixture.events.size() == 2);
    assertThat(standing(0)).isEqualTo(Standing.ADMINISTRATOR);
    assertThat(standing(1)).isEqualTo(Standing.MEMBER);
    assertThat(fixture.server().calls("getChatAdministrators")).hasSize(1);

    administrator(8);
    fixture
        .server()
        .post(
            """
            {"update_id":3,"chat_member":{"chat":{"id":-1001,"type":"supergroup"},"date":1,
             "from":{"id":1,"is_bot":false,"first_name":"O"},
             "old_chat_member":{"status":"member","user":{"id":8,"is_bot":false,"first_name":"B"}},
             "new_chat_member":{"status":"administrator","user":{"id":8,"is_bot":false,"first_name":"B"}}}}""");
    fixture.server().post(post(4, 8));
    Fixture.until("third", () -> fixture.events.size() == 3);
    assertThat(standing(2)).isEqualTo(Standing.ADMINISTRATOR);
  }

  @Test
  void unknownWhenTelegramDoesNotSay() {
    fixture.server().on("getChatAdministrators", ScriptedTelegram.error(500, "no"));
    fixture.server().post(post(1, 7));
    fixture.started();
    Fixture.until("delivered", () -> fixture.events.size() == 1);
    assertThat(standing(0)).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void oneJoiningToldTwiceIsOne() {
    String user = "{\"id\":9,\"is_bot\":false,\"first_name\":\"N\"}";
    fixture
        .server()
        .post(
            """
            {"update_id":1,"chat_member":{"chat":{"id":-1001,"type":"supergroup"},"date":1,
             "from":%s,"old_chat_member":{"status":"left","user":%s},
             "new_chat_member":{"status":"member","user":%s}}}"""
                .formatted(user, user, user));
    fixture.started();
    Fixture.until("joined", () -> fixture.events.size() == 1);
    fixture
        .server()
        .post(
            """
            {"update_id":2,"message":{"message_id":1,"date":1,"chat":{"id":-1001,"type":"supergroup"},
             "from":%s,"new_chat_members":[%s]}}"""
                .formatted(user, user));
    fixture.server().post(post(3, 9));
    Fixture.until("posted", () -> fixture.events.stream().anyMatch(Posted.class::isInstance));
    assertThat(fixture.events).extracting(PlatformEvent::eventId).containsExactly("1", "3");
  }

  @Test
  void isFoundByItsWordAndCounts() {
    assertThat(ServiceLoader.load(PlatformProvider.class))
        .extracting(PlatformProvider::type)
        .contains("telegram");
    fixture.server().post(post(1, 7));
    fixture.started();
    Fixture.until("delivered", () -> fixture.events.size() == 1);
    assertThat(
            fixture.meters.get("cordon.telegram.updates").tag("kind", "message").counter().count())
        .isEqualTo(1);
    assertThat(
            fixture
                .meters
                .get("cordon.telegram.calls")
                .tag("method", "getMe")
                .tag("outcome", "ok")
                .timer()
                .count())
        .isEqualTo(1);
    assertThat(fixture.meters.get("cordon.telegram.update.lag").timer().count()).isEqualTo(1);
  }
}
