namespace Coppice.Server.Files.Columns;

/// <summary>How a date form was told from the others.</summary>
public enum DateCertainty
{
    /// <summary>No other form fits as many cells.</summary>
    Certain,

    /// <summary>Another form fits too, but time would run backwards in it more often.</summary>
    ByOrder,

    /// <summary>Nothing in the cells tells two forms apart.</summary>
    Guess,
}
