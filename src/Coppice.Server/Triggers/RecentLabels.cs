using Coppice.Server.Deployments;
using Coppice.Server.Gates;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers;

/// <summary>Labels that matured lately and that nothing which may be compared with the champion has seen.</summary>
public sealed class RecentLabels(DefinitionInForce workspace, DecisionStore decisions, LabelStore labels, TimeProvider time)
{
    /// <summary>Only what matured lately counts: what was true months ago does not excuse what is wrong now.</summary>
    private const long NewestDays = 35;

    /// <summary>None where they are too few to tell.</summary>
    internal IReadOnlyList<Label> Read(Session session, ModelDefinition model, Deployment line, ModelVersion champion)
    {
        long now = time.GetUtcNow().ToMicroseconds();
        long lately = now - LabelSweep.WindowAndLag(model) - (NewestDays * UtcMicroseconds.PerDay);
        long after = Math.Max(Math.Max(champion.Watermark, decisions.OfVersion(session, line.ToId)?.BlockUntil ?? long.MinValue), lately);
        var rows = labels.MaturedAfter(session, line.ModelId, after, now);
        var bounds = GateSettingsReader.Options(workspace.Gates);
        int positives = rows.Count(r => r.Value > 0);
        return positives < bounds.MinPositives || rows.Count - positives < bounds.MinNegatives ? [] : rows;
    }
}
