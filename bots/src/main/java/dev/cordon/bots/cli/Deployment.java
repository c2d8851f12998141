package dev.cordon.bots.cli;

import dev.cordon.adapters.Platform;
import dev.cordon.adapters.PlatformProvider;
import dev.cordon.bots.console.Operations;
import dev.cordon.bots.enforcement.KillSwitch;
import dev.cordon.bots.escalation.Cases;
import dev.cordon.bots.escalation.ModeratorSettings;
import dev.cordon.bots.ledger.Ledger;
import dev.cordon.bots.policy.ChatPolicies;
import dev.cordon.bots.redis.RedisActionQueue;
import dev.cordon.bots.redis.RedisEvents;
import dev.cordon.bots.redis.RedisKillSwitch;
import dev.cordon.bots.redis.RedisPresence;
import dev.cordon.config.LoadedSettings;
import dev.cordon.config.Settings;
import dev.cordon.config.SettingsLoader;
import dev.cordon.matcher.Matcher;
import dev.cordon.matcher.bank.BankStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A whole bot in this process, as settings ask for it: what {@code cordon run} runs. */
public final class Deployment implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Deployment.class);

  private final Base base;
  private final ChatPolicies policies;
  private final AtomicReference<ModeratorSettings> moderators;
  private final Matcher matcher;
  private final Map<String, Platform> platforms;
  private final KillSwitch killSwitch;
  private final DeskPart desk;
  private final FlowPart flow;

  private Deployment(LoadedSettings loaded, Base base, Providers providers) {
    this.base = base;
    this.policies = new ChatPolicies(Policies.of(loaded.settings()));
    this.moderators = new AtomicReference<>(DeskPart.moderators(loaded.settings()));
    this.matcher = new MatcherPart(base).forBots();
    this.platforms = providers.connect(base.settings(), this::context);
    platforms.values().forEach(base.closing()::add);
    RedisActionQueue actions = new RedisActionQueue(base.redis());
    RedisKillSwitch follower = base.closing().add(new RedisKillSwitch(base.redis(), base.ledger()));
    Base.join(follower.start());
    this.killSwitch = follower;
    this.desk = new DeskPart(base, matcher, platforms, actions, moderators::get, policies);
    this.flow = new FlowPart(base, platforms, desk.desk(), actions);
  }

  /**
   * Reads the settings, opens everything and starts to moderate. Returns once every platform is
   * connected; the index may still be loading, and messages wait for it.
   *
   * @throws dev.cordon.config.SettingsException when the settings cannot be used
   * @throws RuntimeException naming in one line what could not be reached or opened
   */
  public static Deployment start(SettingsLoader loader) {
    return start(loader, new Closing());
  }

  /** The same with a closing that can end it before it has started wholly. */
  static Deployment start(SettingsLoader loader, Closing closing) {
    LoadedSettings loaded = loader.load();
    try {
      Base base = Base.open(loaded.settings(), closing);
      Providers providers = new Providers(base.plugins());
      providers.check(loaded);
      Deployment deployment = new Deployment(loaded, base, providers);
      deployment.go(loader, loaded, providers);
      return deployment;
    } catch (RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  private void go(SettingsLoader loader, LoadedSettings loaded, Providers providers) {
    String process = processName();
    desk.start(process, providers.routes(base.settings()));
    flow.start(matcher, policies, killSwitch, desk.handlers(killSwitch, flow.offences()));
    RedisPresence presence = new RedisPresence(base.redis());
    Heartbeat heartbeat =
        base.closing().add(new Heartbeat(presence, process, matcher, platforms, policies));
    heartbeat.start();
    base.settings().console().listen().ifPresent(address -> console(address, heartbeat));
    base.closing().add(new Reloader(loader, loaded, providers::check, this::apply)).start();
    connect();
  }

  private void connect() {
    RedisEvents sink = new RedisEvents(base.redis());
    List<CompletionStage<Void>> starting = new ArrayList<>();
    List<String> names = new ArrayList<>(platforms.keySet());
    names.forEach(name -> starting.add(platform(name).start(sink)));
    for (int i = 0; i < names.size(); i++) {
      try {
        Base.join(starting.get(i));
        LOG.info("{} is connected", names.get(i));
      } catch (RuntimeException e) {
        Throwable cause = Failures.cause(e);
        throw Refusal.unreachable(
            "platforms." + names.get(i) + " cannot be connected: " + Failures.line(cause), cause);
      }
    }
  }

  private Platform platform(String name) {
    return Objects.requireNonNull(platforms.get(name));
  }

  private PlatformProvider.Context context(String name) {
    return new PlatformProvider.Context(
        base.vertx(), base.meters(), base.clock(), base.folder("platforms", name));
  }

  private void console(InetSocketAddress address, Heartbeat heartbeat) {
    Operations console = new Operations(base.vertx(), base.meters(), heartbeat::problems);
    try {
      int port = Base.join(console.listen(address.getHostString(), address.getPort())).actualPort();
      LOG.info("Health and metrics at http://{}:{}", address.getHostString(), port);
    } catch (RuntimeException e) {
      throw Listening.refused("console.listen", address, e);
    }
  }

  private void apply(LoadedSettings next) {
    policies.replace(Policies.of(next.settings()));
    moderators.set(DeskPart.moderators(next.settings()));
  }

  /** Unique among all processes, and telling for people. */
  static String processName() {
    String random = HexFormat.of().toHexDigits((short) RandomGenerator.getDefault().nextInt());
    return hostName() + "-" + ProcessHandle.current().pid() + "-" + random;
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /** The settings it was started with. */
  public Settings settings() {
    return base.settings();
  }

  /** The policies in force. */
  public ChatPolicies policies() {
    return policies;
  }

  /** The connections, by name. */
  public Map<String, Platform> platforms() {
    return Map.copyOf(platforms);
  }

  public Matcher matcher() {
    return matcher;
  }

  public BankStore banks() {
    return base.banks();
  }

  public Ledger ledger() {
    return base.ledger();
  }

  public Cases cases() {
    return desk.cases();
  }

  public KillSwitch killSwitch() {
    return killSwitch;
  }

  public MeterRegistry meters() {
    return base.meters();
  }

  /** Whether no event waits to be judged and no action to be carried out, anywhere. */
  public CompletionStage<Boolean> idle() {
    return flow.events().depth().thenCombine(flow.actions().depth(), (e, a) -> e + a == 0);
  }

  /** Stops; what was not done yet stays in Redis for the next start. */
  @Override
  public void close() {
    base.closing().close();
  }
}
