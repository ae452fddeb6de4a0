using Extractor.Storage.Queue;

namespace Extractor.Worker;

/// <summary>How far a worker has come in the jobs of one run, or in the live ones.</summary>
sealed class JobLane(int run)
{
    public int Run => run;

    public Watermark Mark { get; set; } = Watermark.Start;

    public bool IsAtStart => Mark == Watermark.Start;

    /// <summary>Looks from the beginning again: jobs that failed or came back lie behind the mark.</summary>
    /// <returns>Whether it had moved.</returns>
    public bool Rewind()
    {
        var moved = !IsAtStart;
        Mark = Watermark.Start;
        return moved;
    }
}
