using Coppice.Server.Audit;
using Coppice.Server.Storage;

namespace Coppice.Server.Triggers;

/// <summary>Whether Coppice starts runs by itself. Kept in the database, so that it stays off until somebody turns it on.</summary>
public sealed class RetrainingSwitch(Database database, SettingsStore settings, AuditStore audit, TimeProvider time)
{
    private const string Setting = "retraining_off";

    /// <summary>Who turned it off, and when; null while it is on.</summary>
    public SwitchedOff? Off => database.Read(session => settings.Find(session, Setting)) is { Length: > 0 } text
        ? new SwitchedOff(UtcMicroseconds.ToTime(long.Parse(text.AsSpan(0, text.IndexOf(' ')))), text[(text.IndexOf(' ') + 1)..])
        : null;

    public void TurnOn(string actor) => Turn("start_retraining", actor, "");

    public void TurnOff(string actor) => Turn("stop_retraining", actor, $"{time.GetUtcNow().ToMicroseconds()} {actor}");

    private void Turn(string action, string actor, string value) => database.Write(session =>
    {
        if ((settings.Find(session, Setting) ?? "").Length == 0 == (value.Length == 0))
            return;
        settings.Set(session, Setting, value);
        audit.Append(session, actor, action, "retraining", new { });
    });
}

/// <summary>Who turned something off, and when.</summary>
public sealed record SwitchedOff(DateTimeOffset Since, string By);
