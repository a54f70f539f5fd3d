namespace Coppice.Server.Serving.Questions;

/// <summary>Bounds of what a question may bring.</summary>
internal static class QuestionLimits
{
    /// <summary>Bytes of a customer's key.</summary>
    public const int LongestKey = 500;

    /// <summary>Bytes of a prediction's id.</summary>
    public const int LongestId = 200;

    /// <summary>Bytes of an input's name.</summary>
    public const int LongestName = 500;

    /// <summary>Bytes of a word an input may be.</summary>
    public const int LongestWord = 2_000;

    /// <summary>Inputs of one customer.</summary>
    public const int MostInputs = 20_000;

    /// <summary>Bytes of one request.</summary>
    public const int LongestBody = 4 << 20;

    /// <summary>Customers of one request; more are for a file.</summary>
    public const int MostCustomers = 10_000;

    /// <summary>Reasons that a question gets which asks for some and does not say how many.</summary>
    public const int UsualReasons = 5;
}
