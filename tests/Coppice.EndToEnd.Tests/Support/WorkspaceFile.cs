using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Coppice.EndToEnd.Tests.Support;

/// <summary>The database file of a workspace nobody holds, read past all of Coppice's own code.</summary>
internal sealed class WorkspaceFile : IDisposable
{
    private readonly SqliteConnection _connection;

    public WorkspaceFile(TemporaryFolder folder)
    {
        SQLitePCL.Batteries_V2.Init();
        _connection = new SqliteConnection($"Data Source={folder.PathOf("coppice.db")};Mode=ReadWrite;Pooling=False");
        _connection.Open();
    }

    public long Count(string sql) => Convert.ToInt64(Rows(sql)[0][0]);

    public IReadOnlyList<string> Column(string sql) => [.. Rows(sql).Select(r => Convert.ToString(r[0])!)];

    /// <summary>Fails where anything of a run is there without the rest of it.</summary>
    public void HoldsNothingHalfDone()
    {
        Assert.Equal("ok", Column("PRAGMA integrity_check")[0]);
        Assert.Empty(Column("SELECT \"table\" FROM pragma_foreign_key_check"));
        Assert.Empty(Column("SELECT v.id FROM versions v WHERE (SELECT COUNT(*) FROM decisions d WHERE d.version_id = v.id) <> 1"));
        Assert.Empty(Column("SELECT v.id FROM versions v JOIN runs r ON r.id = v.run_id WHERE r.state <> 'done'"));
        Assert.Empty(Column("SELECT r.id FROM runs r WHERE r.state = 'done' AND NOT EXISTS (SELECT 1 FROM versions v WHERE v.run_id = r.id)"));
        Assert.Empty(Column("SELECT d.id FROM decisions d WHERE d.decision = 'promoted' AND NOT EXISTS (SELECT 1 FROM deployments p WHERE p.decision_id = d.id)"));
        Assert.Empty(Column("SELECT p.id FROM deployments p LEFT JOIN versions v ON v.id = p.to_id WHERE v.id IS NULL"));
        foreach (object[] artifact in Rows("SELECT hash, bytes FROM artifacts"))
            Assert.Equal(artifact[0], Convert.ToHexStringLower(SHA256.HashData((byte[])artifact[1])));
        HasWholeAuditChain();
    }

    public void Dispose() => _connection.Dispose();

    private void HasWholeAuditChain()
    {
        string previous = new('0', 64);
        foreach (object[] entry in Rows("SELECT previous_hash, at, actor, action, subject, details, hash FROM audit ORDER BY id"))
        {
            Assert.Equal(previous, entry[0]);
            previous = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', entry[..6]))));
            Assert.Equal(previous, entry[6]);
        }
    }

    private List<object[]> Rows(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            object[] row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}
