using System.Reflection;

namespace Coppice.Server.Storage;

/// <summary>Numbered scripts, each run once, in order, inside the transaction that opens the database.</summary>
internal static class Migrations
{
    public static void Apply(Session session, string place, string dialect)
    {
        session.Execute("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL)");
        int applied = session.Value<int>("SELECT COALESCE(MAX(number), 0) FROM migrations");
        var scripts = Scripts(dialect).ToList();
        if (applied > scripts[^1].Number)
            throw new InvalidDataException($"{place} was written by a newer Coppice (its tables are at step {applied}, this one knows {scripts[^1].Number}).");

        foreach (var (number, name, sql) in scripts.Where(s => s.Number > applied))
        {
            session.Execute(sql);
            session.Execute("INSERT INTO migrations (number, name) VALUES (@number, @name)", new { number, name });
        }
    }

    public static int Newest(string dialect) => Scripts(dialect).Last().Number;

    private static IEnumerable<(int Number, string Name, string Sql)> Scripts(string dialect)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (string resource in assembly.GetManifestResourceNames().Where(n => n.Contains($".{dialect}.", StringComparison.Ordinal) && n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            string name = resource.Split('.')[^2];
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (int.Parse(name.AsSpan(0, 4)), name, reader.ReadToEnd());
        }
    }
}
