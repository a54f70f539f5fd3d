using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Storage;

public class ArtifactStoreTests
{
    [Fact]
    public void The_same_bytes_are_stored_once_and_come_back()
    {
        using var workspace = new Workspace();
        var artifacts = workspace.Get<ArtifactStore>();

        var (one, two) = workspace.Database.Write(session => (artifacts.Save(session, [1, 2, 3]), artifacts.Save(session, [1, 2, 3])));

        Assert.Equal(one, two);
        Assert.Equal(1, workspace.Count("SELECT COUNT(*) FROM artifacts"));
        Assert.Equal([1, 2, 3], workspace.Database.Read(session => artifacts.Load(session, one)));
    }

    [Fact]
    public void A_damaged_artifact_is_not_handed_out()
    {
        using var workspace = new Workspace();
        var artifacts = workspace.Get<ArtifactStore>();
        string hash = workspace.Database.Write(session => artifacts.Save(session, [1, 2, 3]));
        workspace.Database.Write(session => session.Execute("UPDATE artifacts SET bytes = @bytes", new { bytes = new byte[] { 1, 2, 4 } }));

        var refused = Assert.Throws<InvalidDataException>(() => workspace.Database.Read(session => artifacts.Load(session, hash)));

        Assert.Contains(hash, refused.Message, StringComparison.Ordinal);
        Assert.Contains("damaged", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_artifact_is_named()
    {
        using var workspace = new Workspace();

        var refused = Assert.Throws<InvalidDataException>(() => workspace.Database.Read(session => workspace.Get<ArtifactStore>().Load(session, "abc")));

        Assert.Contains("no artifact abc", refused.Message, StringComparison.Ordinal);
    }
}
