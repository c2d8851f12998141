package dev.cordon.adapters.telegram.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.ChatMember;
import com.pengrad.telegrambot.model.ChatPermissions;
import com.pengrad.telegrambot.model.PhotoSize;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.model.request.ParseMode;
import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import com.pengrad.telegrambot.request.BanChatMember;
import com.pengrad.telegrambot.request.BanChatSenderChat;
import com.pengrad.telegrambot.request.DeclineChatJoinRequest;
import com.pengrad.telegrambot.request.DeleteMessage;
import com.pengrad.telegrambot.request.DeleteMessages;
import com.pengrad.telegrambot.request.EditMessageCaption;
import com.pengrad.telegrambot.request.EditMessageReplyMarkup;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.GetChat;
import com.pengrad.telegrambot.request.GetChatAdministrators;
import com.pengrad.telegrambot.request.GetChatMember;
import com.pengrad.telegrambot.request.GetFile;
import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.request.GetUpdates;
import com.pengrad.telegrambot.request.GetUserProfilePhotos;
import com.pengrad.telegrambot.request.RestrictChatMember;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SendPhoto;
import com.pengrad.telegrambot.request.UnbanChatMember;
import com.pengrad.telegrambot.response.BaseResponse;
import com.pengrad.telegrambot.response.SendResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sandbox as seen by a client that somebody else wrote from the Bot API's documentation. */
class ThirdPartyClientTest {
  private final Scene scene = new Scene();
  private final TelegramBot client = scene.client();

  @AfterEach
  void stop() {
    client.shutdown();
    scene.close();
  }

  @Test
  void knowsItself() {
    assertThat(client.execute(new GetMe()).user().id()).isEqualTo(scene.sandbox.bot().user().id());
  }

  @Test
  void seesAPhotoInTheChannelFetchesItAndRemovesIt() throws IOException {
    byte[] picture = Scene.picture(1152, 723, 1);
    Message posted =
        scene
            .posts()
            .post(
                scene.channel,
                Author.channel(scene.channel),
                Post.of(Media.photo(picture)).caption("look at https://example.org/x"));

    Update update = client.execute(new GetUpdates().limit(10)).updates().get(0);
    PhotoSize[] sizes = update.channelPost().photo();
    assertThat(sizes).extracting(PhotoSize::width).containsExactly(90, 320, 800, 1152);
    assertThat(update.channelPost().captionEntities()[0].type().name()).isEqualTo("url");

    var file = client.execute(new GetFile(sizes[1].fileId())).file();
    byte[] bytes = client.getFileContent(file);
    assertThat((long) bytes.length).isEqualTo(file.fileSize());
    assertThat(Renditions.dimensions(bytes)).containsExactly(320, 201);

    var delete = new DeleteMessage(scene.channel.id(), posted.id());
    assertThat(client.execute(delete).isOk()).isTrue();
    assertThat(posted.removal().orElseThrow().call()).isEqualTo("deleteMessage");
    assertThat(client.execute(delete).description())
        .isEqualTo("Bad Request: message to delete not found");
    assertThat(scene.sandbox.journal().deletions()).isEqualTo(1);
    assertThat(scene.sandbox.journal().repeatedDeletions()).isEqualTo(1);
  }

  @Test
  void removesAnAlbumAtOnce() {
    List<Message> album =
        scene
            .posts()
            .album(
                scene.group,
                Author.of(scene.member),
                List.of(
                    Post.of(Media.photo(Scene.picture(300, 200, 1))),
                    Post.of(Media.photo(Scene.picture(300, 200, 2)))));
    List<Update> updates = client.execute(new GetUpdates()).updates();
    assertThat(updates).extracting(u -> u.message().mediaGroupId()).doesNotContainNull();
    assertThat(updates.get(0).message().mediaGroupId())
        .isEqualTo(updates.get(1).message().mediaGroupId());

    int[] ids = {album.get(0).id(), album.get(1).id(), 99_999};
    assertThat(client.execute(new DeleteMessages(scene.group.id(), ids)).isOk()).isTrue();
    assertThat(album).allMatch(m -> m.removal().isPresent());
  }

  @Test
  void bansRestrictsAndReinstates() {
    long chat = scene.group.id();
    long user = scene.member.id();
    assertThat(client.execute(new BanChatMember(chat, user)).isOk()).isTrue();
    assertThat(scene.group.banned()).containsExactly(scene.member);
    assertThat(status(chat, user)).isEqualTo(ChatMember.Status.kicked);
    assertThat(client.execute(new UnbanChatMember(chat, user).onlyIfBanned(true)).isOk()).isTrue();
    assertThat(status(chat, user)).isEqualTo(ChatMember.Status.left);

    scene.people().join(scene.group, scene.member);
    var mute = new RestrictChatMember(chat, user, new ChatPermissions().canSendMessages(false));
    assertThat(client.execute(mute).isOk()).isTrue();
    assertThat(status(chat, user)).isEqualTo(ChatMember.Status.restricted);
  }

  private ChatMember.Status status(long chat, long user) {
    return client.execute(new GetChatMember(chat, user)).chatMember().status();
  }

  @Test
  void bansAChannelIdentity() {
    Chat spam = scene.people().channel("Spam", scene.people().person("Sam"));
    var ban = new BanChatSenderChat(scene.group.id(), spam.id());
    assertThat(client.execute(ban).isOk()).isTrue();
    assertThat(scene.group.bannedChats()).containsExactly(spam.id());
  }

  @Test
  void postsANoticeWithButtonsAndAnswersAPress() {
    var keyboard = new InlineKeyboardMarkup(new InlineKeyboardButton("Ban").callbackData("ban:1"));
    SendResponse sent =
        client.execute(
            new SendPhoto(scene.group.id(), Scene.picture(200, 100, 3))
                .caption("a <b>case</b> &amp; more")
                .parseMode(ParseMode.HTML)
                .replyMarkup(keyboard));
    assertThat(sent.message().caption()).isEqualTo("a case & more");
    assertThat(sent.message().photo()).isNotEmpty();

    Message notice = scene.group.message(sent.message().messageId()).orElseThrow();
    String press = scene.posts().press(notice, scene.owner, "ban:1");
    var query = client.execute(new GetUpdates()).updates().get(0).callbackQuery();
    assertThat(query.id()).isEqualTo(press);
    assertThat(query.data()).isEqualTo("ban:1");
    assertThat(client.execute(new AnswerCallbackQuery(press).text("done")).isOk()).isTrue();
    assertThat(client.execute(new AnswerCallbackQuery(press)).description())
        .isEqualTo(
            "Bad Request: query is too old and response timeout expired or query ID is invalid");

    long chat = scene.group.id();
    BaseResponse edited =
        client.execute(new EditMessageCaption(chat, notice.id()).caption("settled"));
    assertThat(edited.isOk()).isTrue();
    assertThat(notice.text()).isEqualTo("settled");
    assertThat(client.execute(new EditMessageReplyMarkup(chat, notice.id())).description())
        .startsWith("Bad Request: message is not modified");
  }

  @Test
  void editsItsText() {
    long chat = scene.group.id();
    int id = client.execute(new SendMessage(chat, "one")).message().messageId();
    assertThat(client.execute(new EditMessageText(chat, id, "two")).isOk()).isTrue();
    assertThat(client.execute(new EditMessageText(chat, id, "two")).description())
        .startsWith("Bad Request: message is not modified");
    assertThat(client.execute(new EditMessageText(chat, 4711, "two")).description())
        .isEqualTo("Bad Request: message to edit not found");
  }

  @Test
  void seesChatsAdministratorsProfilePhotosAndJoinRequests() {
    scene.people().link(scene.channel, scene.group);
    scene.people().profilePhoto(scene.member, Scene.picture(400, 400, 9));
    User stranger = scene.people().person("Eve");
    scene.people().requestToJoin(scene.group, stranger);

    assertThat(client.execute(new GetChat(scene.group.id())).chat().linkedChatId())
        .isEqualTo(scene.channel.id());
    assertThat(client.execute(new GetChatAdministrators(scene.group.id())).administrators())
        .hasSize(2);
    var photos = client.execute(new GetUserProfilePhotos(scene.member.id())).photos();
    assertThat(photos.totalCount()).isEqualTo(1);
    assertThat(photos.photos()[0][1].width()).isEqualTo(320);
    var request = client.execute(new GetUpdates()).updates().get(0).chatJoinRequest();
    assertThat(request.from().id()).isEqualTo(stranger.id());
    var decline = new DeclineChatJoinRequest(scene.group.id(), stranger.id());
    assertThat(client.execute(decline).isOk()).isTrue();
    assertThat(scene.group.joinRequests()).isEmpty();
  }
}
