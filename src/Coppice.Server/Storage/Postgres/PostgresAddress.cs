using Npgsql;

namespace Coppice.Server.Storage.Postgres;

/// <summary>Reads <c>postgresql://user:password@host:port/database</c>, or Npgsql's own <c>Host=…;Database=…</c>.</summary>
internal static class PostgresAddress
{
    private static readonly string[] Schemes = ["postgresql://", "postgres://"];

    public static bool Is(string location) =>
        Schemes.Any(s => location.StartsWith(s, StringComparison.OrdinalIgnoreCase)) || location.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes an address apart.</summary>
    /// <exception cref="ArgumentException">It is no address; the message never repeats it, for it may hold a password.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string location)
    {
        try
        {
            return Schemes.Any(s => location.StartsWith(s, StringComparison.OrdinalIgnoreCase)) ? FromUri(new Uri(location)) : new NpgsqlConnectionStringBuilder(location);
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException or FormatException or KeyNotFoundException)
        {
#pragma warning disable MA0015 // The parameter's name would be appended to a sentence that is shown to people.
            throw new ArgumentException("expected postgresql://user:password@host:port/database or Host=...;Database=...;Username=...;Password=..., found neither", e);
#pragma warning restore MA0015
        }
    }

    /// <summary>For messages: database and host, never the password.</summary>
    public static string Describe(NpgsqlConnectionStringBuilder address) =>
        $"{address.Database ?? address.Username} at {address.Host}{(address.Port == NpgsqlConnection.DefaultPort ? "" : $":{address.Port}")}";

    private static NpgsqlConnectionStringBuilder FromUri(Uri uri)
    {
        string[] user = uri.UserInfo.Split(':', 2);
        var address = new NpgsqlConnectionStringBuilder { Host = uri.Host, Database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')) };
        if (!uri.IsDefaultPort && uri.Port > 0)
            address.Port = uri.Port;
        if (user[0].Length > 0)
            address.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            address.Password = Uri.UnescapeDataString(user[1]);
        foreach (string pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            address[Uri.UnescapeDataString(parts[0]) is "sslmode" ? "SSL Mode" : Uri.UnescapeDataString(parts[0])] = Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? "");
        }

        return address;
    }
}
