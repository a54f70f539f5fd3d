namespace Coppice.Server.Learners;

/// <summary>One of those that vote, on the rows of one run.</summary>
internal interface IMember
{
    /// <summary>Margins of the rows that each part leaves unseen, one part after the other, by fits on the other rows.</summary>
    double[] Try(IReadOnlyList<ValidationSlice> parts);

    /// <summary>Fits on all rows and takes its place among the parts of the version.</summary>
    ModelParts Join(ModelParts parts);
}
