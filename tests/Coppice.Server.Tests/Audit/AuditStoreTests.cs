using Coppice.Server.Audit;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Audit;

public class AuditStoreTests
{
    [Theory]
    [InlineData("UPDATE audit SET actor = 'somebody else' WHERE id = 2", 2L)]
    [InlineData("UPDATE audit SET details = '{}' WHERE id = 1", 1L)]
    [InlineData("UPDATE audit SET at = at + 1 WHERE id = 3", 3L)]
    [InlineData("DELETE FROM audit WHERE id = 2", 3L)]
    [InlineData("SELECT 1", null)]
    public void A_changed_or_dropped_entry_breaks_the_chain_where_it_stood(string tampering, long? expected)
    {
        using var workspace = new Workspace();
        var audit = workspace.Get<AuditStore>();
        for (int i = 0; i < 3; i++)
            workspace.Database.Write(session => audit.Append(session, "ann", "promote", "purchase 1.0", new { reason = "superior" }));

        workspace.Database.Write(session => session.Execute(tampering));

        Assert.Equal(expected, workspace.Database.Read(audit.FindBreak));
    }
}
