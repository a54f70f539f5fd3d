namespace Coppice.Server.Storage;

/// <summary>Small facts about the workspace itself.</summary>
public sealed class SettingsStore
{
    public string? Find(Session session, string name) => session.First<string>("SELECT value FROM settings WHERE name = @name", new { name });

    public void Set(Session session, string name, string value) =>
        session.Execute("INSERT INTO settings (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", new { name, value });
}
