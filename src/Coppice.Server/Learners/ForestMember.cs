namespace Coppice.Server.Learners;

/// <summary>The random forest on the rows of one run.</summary>
internal sealed class ForestMember(TrainingData data, ForestShards forest) : IMember
{
    public double[] Try(IReadOnlyList<ValidationSlice> parts)
    {
        var margins = new List<double>();
        foreach (var part in parts)
            margins.AddRange(MergedModel.Margins(forest.Grow(data.Take(part.Fit)), data.Take(part.Validation).Features));
        return [.. margins];
    }

    /// <summary>What one part of the forest says of the rows of one slice.</summary>
    public double[] Glance(ValidationSlice part) => MergedModel.Margins([forest.GrowFirst(data.Take(part.Fit))], data.Take(part.Validation).Features);

    public ModelParts Join(ModelParts parts) => parts with { Forest = forest.Grow(data) };
}
